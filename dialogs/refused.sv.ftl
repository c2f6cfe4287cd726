refused-nothing-said = Det saknas text. Inget är antecknat.
refused-too-long = Texten är för lång ({ $length } tecken); högst { $limit } får plats. Inget är antecknat.
refused-too-many = Det blir för många; högst { $limit } får plats. Inget är antecknat.
refused-nothing-to-take-back = Det finns inget att ångra här: antingen är det äldre än tio minuter eller redan återtaget.
refused-built-upon = Det går inte att ångra ”{ $said }”, för något har ändrats sedan dess.
refused-already-past = { $date }{ $time ->
    [none] {""}
   *[other] {" "}{ $time }
} har redan varit. Ange en dag som ligger framåt.
refused-too-far-ahead = { $date } ligger mer än tre år fram. Stämmer året?
refused-unknown-person = Jag känner inte till { $name }.
refused-many-of-that-name = Flera heter { $name }: { $names }. Skriv hela namnet.
refused-last-secretary = { $name } är den enda sekreteraren. Utse en ny sekreterare först.
refused-unknown-zone = Tidszonen { $zone } finns inte. Skriv till exempel Europe/Stockholm.
refused-unknown-setting = ”{ $value }” går inte att välja som { $name ->
    [language] språk. Välj svenska eller engelska.
    [role] roll. Välj ordförande, vice ordförande, sekreterare, ledamot, ersättare eller tjänsteperson.
    [layout] layout. Välj att-satser eller beslutsmeningar.
   *[other] inställning.
}
refused-no-meeting = Inget möte är inlagt. Boka ett först, till exempel: boka möte på fredag kl 9.
refused-no-such-meeting = Det finns inget möte { $date }.
refused-no-open-meeting = Inget möte pågår. Öppna mötet först.
refused-meeting-is-open = Mötet { $date } pågår redan.
refused-meeting-is-over = Mötet { $date } är avslutat eller inställt och går inte att ändra så.
refused-meeting-that-day = Det finns redan ett möte { $date } { $time }.
refused-ends-before-it-starts = Mötet skulle sluta { $end } men börjar { $start }. Ange en senare sluttid.
refused-not-that-day-yet = Mötet är { $date }. Det går att öppna samma dag; flytta det först om det ska hållas i dag.
refused-not-a-series = Mötet { $date } hör inte till någon serie. Flytta det i stället.
refused-no-such-rule = Så kan jag inte upprepa ett möte. Skriv till exempel ”tredje fredagen varje månad”.
refused-own-substitute = { $name } kan inte vara ersättare för sig själv.
refused-left-before-coming = { $name } skulle gå { $end } men kom { $start }.
refused-no-such-item = Punkt { $number } finns inte; dagordningen har { $highest ->
    [0] inga punkter
    [1] en punkt
   *[other] { $highest } punkter
}.
refused-no-such-place = Plats { $number } finns inte; det finns { $highest } platser.
refused-item-is-gone = ”{ $title }” har utgått eller bordlagts.
refused-no-such-length = { $minutes } minuter går inte att avsätta för en punkt.
refused-not-a-link = ”{ $link }” är ingen webbadress. Den ska börja med https://.
refused-nowhere-to-table = Det finns inget senare möte att bordlägga till. Boka nästa möte först.
refused-no-item-named = Ingen punkt heter ”{ $name }”.
refused-many-items-named = Flera punkter kan vara ”{ $name }”: { $items }. Skriv numret.
refused-already-on-agenda = ”{ $title }” står redan som punkt { $number } på mötet { $meeting }.
refused-deadline-after-meeting = Sista dag { $due } ligger efter mötet { $date }.
refused-no-current-item = Ingen punkt behandlas just nu. Säg vilken punkt det gäller.
refused-no-next-item = Det var sista punkten.
refused-no-such-task = Jag hittar inte uppdraget ”{ $task }”.
refused-nobody-given = Vem ska göra det? Ange minst en person.
refused-no-such-deadline = Jag hittar inte fristen ”{ $deadline }”.
refused-no-such-reminder = Jag hittar inte påminnelsen ”{ $reminder }”.
refused-no-such-habit = Jag kan påminna före möten, frister och nomineringstidens slut.
refused-no-such-nomination = Det finns ingen nominering till ”{ $body }”.
refused-no-nominations = Det finns ingen nominering.
refused-which-nomination = Flera nomineringar är öppna: { $bodies }. Vilken gäller det?
refused-nomination-is-open = Nomineringen till { $body } är redan öppen, till och med { $due }.
refused-nomination-is-closed = Nomineringstiden till { $body } gick ut { $due }. Ordföranden eller sekreteraren kan förlänga den.
refused-not-nominated = { $name } är inte nominerad till { $body }.
refused-not-your-nomination = Du är inte nominerad till { $body }.
refused-no-organisation = Du företräder ingen organisation i nätverket.
refused-no-such-seat = Platsen ”{ $seat }” finns inte. Platserna är { $seats }.
refused-not-later = Nomineringstiden går redan till { $due }. Ange en senare dag.
refused-every-seat-filled = I { $body } finns { $left ->
    [0] inga platser
    [1] bara en plats
   *[other] bara { $left } platser
} kvar.
refused-not-allowed = { $needed ->
    [lead] Det kan bara ordföranden, vice ordföranden eller sekreteraren göra.
    [own] Du kan bara ändra det du själv har lagt till. Be ordföranden eller sekreteraren om hjälp.
    [vote] Tjänstepersoner röstar inte.
   *[take-part] Gäster kan läsa, men inte ändra något.
} Inget är ändrat.
refused-slot-unreadable = { $slot ->
    [date] Vilken dag? Jag kunde inte läsa datumet.
    [deadline] Till vilken dag? Jag kunde inte läsa datumet.
    [start] Vilken tid? Jag kunde inte läsa klockslaget.
    [end] Till vilken tid? Jag kunde inte läsa klockslaget.
    [at] När? Jag kunde inte läsa tidpunkten.
   *[other] Något saknas eller går inte att läsa ({ $slot }).
} Inget är ändrat.
refused-no-such-format = { $format } kan jag inte göra. Det går att få { $formats }.
refused-not-held = Mötet { $date } har inte hållits ännu.
refused-not-released = Minnesanteckningarna från { $date } är ett utkast hos sekreteraren och har inte skickats ut ännu.
refused-unknown-button = Den knappen gäller inte längre. Inget är ändrat.
refused-no-seats = Ange minst en plats i { $body }.
refused-is-appointed = { $name } är redan utsedd till { $body }. Det ändras genom ett nytt beslut.
refused-has-declined = { $name } har tackat nej till nomineringen till { $body }.
refused-which-meeting = Det är flera möten { $date }: { $times }. Skriv vilken tid.
refused-not-held-yet = Inget möte har hållits ännu.
refused-meeting-still-open = Mötet { $date } pågår. Avsluta det innan minnesanteckningarna skickas ut.
