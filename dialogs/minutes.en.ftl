minutes-draft = Minutes, draft: { $meeting }
minutes-sent = Minutes of the meeting on { $meeting }
minutes-comments = { $due ->
    [none] Please send comments to the secretary.
   *[other] Please send comments to the secretary by { $due }.
}
minutes-approved = The minutes of the meeting on { $meeting } are approved.
minutes-is-filed = filed
minutes-is-noted = the information is noted
minutes-found = { $count ->
    [1] One decision about { $query }
   *[other] { $count } decisions about { $query }
}
minutes-found-in = { $date }, item { $number }, { $title }:
minutes-more-found = … and { $count } more
minutes-nothing-found = I find no decision about “{ $query }”.
minutes-paper-agenda = Agenda, { $meeting }
minutes-paper-minutes = Minutes, { $meeting }
minutes-file-pdf = Get as PDF
minutes-file-md = Get as text
minutes-draft-waits = The meeting is closed. Please read the draft and send it out when it is ready.
minutes-button-show = Show the draft
minutes-button-send = Send it out
