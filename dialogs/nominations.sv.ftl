nominations-opened = Nomineringen till { $body } är öppen till och med { $due }.
nominations-nominated = { $name } är nominerad till { $body }.
nominations-joined = { $name } var redan nominerad till { $body }; ditt namn är antecknat bland dem som nominerat.
nominations-withdrawn = Nomineringen av { $name } till { $body } är återtagen.
nominations-accepted = Du har tackat ja till nomineringen till { $body }.
nominations-declined = Du har tackat nej till nomineringen till { $body }.
nominations-passed = Antecknat: { $organisations } nominerar ingen till { $body }.
nominations-extended = Nomineringstiden till { $body } är förlängd till och med { $due }.
nominations-clause = att utse { $people } till { $body }
nominations-appointed = { $people } är { $count ->
    [1] utsedd
   *[other] utsedda
} till { $body }.
nominations-appointed-item = Beslut under punkt { $number }: { $people } är { $count ->
    [1] utsedd
   *[other] utsedda
} till { $body }.
nominations-left = { $left ->
    [1] En plats återstår
   *[other] { $left } platser återstår
} i { $body }; nominera till och med { $due }.
nominations-title = Nominering: { $body }
nominations-row-seats = Platser
nominations-nobody = Inga nominerade ännu
nominations-empty = Ingen är nominerad som { $seats }
nominations-passes = Nominerar ingen: { $organisations }
nominations-until = Sista dag { $due }
nominations-over = Nomineringstiden gick ut { $due }
nominations-button-nominate = Nominera
nominations-button-me = Jag är intresserad
nominations-button-show = Visa
nominations-button-accept = Tacka ja
nominations-button-decline = Tacka nej
nominations-form = Nominera till { $body }
nominations-form-send = Nominera
nominations-field-person = Person
nominations-field-seat = Plats
nominations-asked = Du är nominerad till { $body }
nominations-asked-by = { $by } har nominerat dig. Svara gärna senast { $due }.
nominations-reminder = Påminnelse: nominera till { $body } senast { $due }
nominations-closed = Nomineringstiden till { $body } har gått ut
nominations-line-accepted = { $name }, har tackat ja
nominations-line-appointed = { $name }, utsedd
nominations-left-closed = { $left ->
    [1] En plats återstår
   *[other] { $left } platser återstår
} i { $body }, men nomineringstiden har gått ut. Förläng den om fler ska nomineras.
