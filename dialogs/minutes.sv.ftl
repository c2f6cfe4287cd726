minutes-draft = Minnesanteckningar, utkast: { $meeting }
minutes-sent = Minnesanteckningar från mötet { $meeting }
minutes-comments = { $due ->
    [none] Lämna synpunkter till sekreteraren.
   *[other] Lämna synpunkter till sekreteraren senast { $due }.
}
minutes-approved = Minnesanteckningarna från mötet { $meeting } är godkända.
minutes-is-filed = läggs till handlingarna
minutes-is-noted = informationen noteras
minutes-found = { $count ->
    [1] Ett beslut om { $query }
   *[other] { $count } beslut om { $query }
}
minutes-found-in = { $date }, punkt { $number }, { $title }:
minutes-more-found = … och { $count } till
minutes-nothing-found = Jag hittar inget beslut om ”{ $query }”.
minutes-paper-agenda = Dagordning { $meeting }
minutes-paper-minutes = Minnesanteckningar { $meeting }
minutes-file-pdf = Hämta som PDF
minutes-file-md = Hämta som text
minutes-draft-waits = Mötet är avslutat. Läs igenom utkastet och skicka ut det när det är klart.
minutes-button-show = Visa utkastet
minutes-button-send = Skicka ut
