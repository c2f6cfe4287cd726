agenda-standing-opening = Mötets öppnande
agenda-standing-approve-agenda = Godkännande av dagordning
agenda-standing-previous-minutes = Föregående minnesanteckningar
agenda-standing-other-business = Övriga frågor
agenda-standing-closing = Mötets avslutande
agenda-kind-decision = beslut
agenda-kind-information = information
agenda-kind-discussion = dialog
agenda-kind-follow-up = uppföljning
agenda-minutes = { $minutes } min
agenda-presenters = föredragande { $names }
agenda-raised-by = anmäld av { $name }
agenda-links = { $count ->
    [1] en bilaga
   *[other] { $count } bilagor
}
agenda-quoted = ”{ $title }”
agenda-title = Dagordning { $meeting }
agenda-sent-out = Kallelse till möte { $meeting }
agenda-until = Punkter kan anmälas till och med { $due }.
agenda-is-withdrawn = utgår
agenda-is-tabled = bordlagd till { $date }
agenda-added = { $item } är punkt { $number } på mötet { $meeting }.
agenda-added-late = { $item } är punkt { $number } på mötet { $meeting }. Sista dag att anmäla punkter var { $deadline }; punkten är antecknad som sent anmäld.
agenda-edited = Punkt { $number } på mötet { $meeting } är nu { $item }.
agenda-reordered = ”{ $title }” är nu punkt { $number } på mötet { $meeting }.
agenda-withdrawn = Punkt { $number }, ”{ $title }”, utgår från mötet { $meeting }{ $reason ->
    [none] .
   *[other] : { $reason }.
}
agenda-tabled = Punkt { $number }, ”{ $title }”, är bordlagd till mötet { $meeting }.
agenda-raised = ”{ $title }” stod inte på dagordningen och är upptagen som punkt { $number } under övriga frågor.
agenda-attached = { $name } är bifogad till punkt { $number }, ”{ $title }”.
agenda-deadline = Sista dag att anmäla punkter till mötet { $meeting } är { $due }.
agenda-approve-clause = att godkänna dagordningen
agenda-approved = Antecknat under punkt { $number }: dagordningen är godkänd.
agenda-ask-title = Vad gäller punkten? Skriv en rubrik, eller fyll i allt på en gång.
agenda-button-add = Anmäl en punkt
agenda-form = Anmäl en punkt till dagordningen
agenda-form-send = Lägg till punkten
agenda-field-title = Rubrik
agenda-field-kind = Ärendetyp
agenda-field-presenters = Föredragande
agenda-field-minutes = Minuter
agenda-field-link = Länk till underlag
agenda-was-until = Sista dag att anmäla punkter var { $due }.
