nominations-opened = Nominations for { $body } are open until { $due }.
nominations-nominated = { $name } is nominated for { $body }.
nominations-joined = { $name } was already nominated for { $body }; your name has been added to those who nominated.
nominations-withdrawn = The nomination of { $name } for { $body } is withdrawn.
nominations-accepted = You have accepted the nomination for { $body }.
nominations-declined = You have declined the nomination for { $body }.
nominations-passed = Noted: { $organisations } { $count ->
    [1] nominates
   *[other] nominate
} nobody for { $body }.
nominations-extended = Nominations for { $body } are extended until { $due }.
nominations-clause = to appoint { $people } to { $body }
nominations-appointed = Appointed to { $body }: { $people }.
nominations-appointed-item = Decision under item { $number }: { $people } appointed to { $body }.
nominations-left = { $left ->
    [1] One seat is left
   *[other] { $left } seats are left
} in { $body }; nominate until { $due }.
nominations-title = Nominations: { $body }
nominations-row-seats = Seats
nominations-nobody = Nobody nominated yet
nominations-empty = Nobody is nominated as { $seats }
nominations-passes = Nominating nobody: { $organisations }
nominations-until = Last day { $due }
nominations-over = Nominations closed on { $due }
nominations-button-nominate = Nominate
nominations-button-me = I am interested
nominations-button-show = Show
nominations-button-accept = Accept
nominations-button-decline = Decline
nominations-form = Nominate for { $body }
nominations-form-send = Nominate
nominations-field-person = Person
nominations-field-seat = Seat
nominations-asked = You are nominated for { $body }
nominations-asked-by = { $by } has nominated you. Please answer by { $due }.
nominations-reminder = Reminder: nominate for { $body } by { $due }
nominations-closed = Nominations for { $body } have closed
nominations-line-accepted = { $name }, has accepted
nominations-line-appointed = { $name }, appointed
nominations-left-closed = { $left ->
    [1] One seat is
   *[other] { $left } seats are
} left in { $body }, but nominations have closed. Extend them if more people are to be nominated.
