# Orden i dagordning och minnesanteckningar.

papers-minutes = Minnesanteckningar
papers-agenda = Kallelse och dagordning
papers-written-on = Upprättade { $date }
papers-sent-on = Utsänd { $date }
papers-body-whole = { $name } ({ $short })
papers-body = { $name }

papers-standing-opening = Mötets öppnande
papers-standing-approve-agenda = Godkännande av dagordning
papers-standing-previous-minutes = Föregående minnesanteckningar
papers-standing-other-business = Övriga frågor
papers-standing-closing = Mötets avslutande

papers-kind-decision = Beslut: { $title }
papers-kind-information = Information: { $title }
papers-kind-discussion = Dialog – { $title }
papers-kind-follow-up = Uppföljning: { $title }
papers-kind-words-decision = beslut
papers-kind-words-information = information
papers-kind-words-discussion = dialog diskussion
papers-kind-words-follow-up = uppföljning återkoppling återrapportering avstämning

papers-date = Datum
papers-time = Tid
papers-place = Plats
papers-present = Närvarande
papers-taking-part = Medverkande
papers-guests = Gäster
papers-from = Från { $organisation }
papers-staff = Tjänstepersoner
papers-on-item = Punkt { $numbers }
papers-on-items = Punkterna { $numbers }
papers-on-item-inside = punkt { $numbers }
papers-on-items-inside = punkterna { $numbers }
papers-apologies = Förhinder
papers-deadline = Anmälan senast
papers-cancelled = Mötet är inställt.
papers-cancelled-because = Mötet är inställt. Skäl: { $reason }

papers-chair = ordförande
papers-chair-whole = nätverkets ordförande
papers-vice-chair = vice ordförande
papers-vice-chair-whole = nätverkets vice ordförande
papers-secretary = sekreterare
papers-secretary-whole = nätverkets sekreterare
papers-substitute = ersättare för { $name }
papers-between = medverkade { $span }
papers-from-time = medverkade från { $time }
papers-until-time = medverkade till { $time }
papers-or-more = { $first } samt { $last }
papers-or-more-groups = { $first }, samt { $last }

papers-presenters = Föredragande: { $names }
papers-raised-by = Anmäld av { $name }
papers-tabled-from = Bordlagd vid mötet den { $date }
papers-late = Anmäld efter sista anmälningsdag
papers-withdrawn = Punkten utgår.
papers-withdrawn-because = Punkten utgår. Skäl: { $reason }
papers-tabled = Punkten bordläggs.
papers-tabled-because = Punkten bordläggs. Skäl: { $reason }
papers-tabled-to = Bordläggs till mötet den { $date }.
papers-tabled-to-because = Bordläggs till mötet den { $date }. Skäl: { $reason }
papers-attachment = Bilaga:
papers-attachments = Bilagor:

papers-decision = Beslut:
papers-decided = { $body } beslutade
papers-decides = { $body } beslutar { $clauses }
papers-noted = { $body } noterade informationen.
papers-notes = { $body } noterar informationen.
papers-file-information = att lägga informationen till handlingarna.
papers-file-minutes = att lägga minnesanteckningarna till handlingarna.
papers-files-information = { $body } lägger informationen till handlingarna.
papers-files-minutes = { $body } lägger minnesanteckningarna till handlingarna.

papers-tasks = Uppdrag
papers-task-who = Vem
papers-task-what = Vad
papers-task-when = Senast
papers-task-item = Punkt
papers-next-meeting = Nästa möte:
papers-notes-by = Anteckningar förda av { $name }
