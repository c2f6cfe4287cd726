tasks-added = Uppdrag { $number }: { $people } – { $text }{ $due ->
    [none] .
   *[other] , senast { $due }.
}
tasks-done = Uppdrag { $number } är klart: { $text }.
tasks-none = { $name ->
    [none] Inga uppdrag är öppna.
   *[other] { $name } har inga öppna uppdrag.
}
tasks-title = { $name ->
    [none] Öppna uppdrag
   *[other] Öppna uppdrag för { $name }
}
tasks-line = { $number }. { $text } – { $people }{ $due ->
    [none] {""}
   *[other] , senast { $due }
}
tasks-more = … och { $count } till
tasks-given = { $by } har gett dig ett uppdrag
tasks-reminder = Påminnelse om uppdrag
tasks-reminder-today = Uppdrag som ska vara klart i dag
tasks-button-done = Markera som klart
