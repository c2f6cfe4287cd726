tasks-added = Task { $number }: { $people } – { $text }{ $due ->
    [none] .
   *[other] , by { $due }.
}
tasks-done = Task { $number } is done: { $text }.
tasks-none = { $name ->
    [none] No tasks are open.
   *[other] { $name } has no open tasks.
}
tasks-title = { $name ->
    [none] Open tasks
   *[other] Open tasks of { $name }
}
tasks-line = { $number }. { $text } – { $people }{ $due ->
    [none] {""}
   *[other] , by { $due }
}
tasks-more = … and { $count } more
tasks-given = { $by } has given you a task
tasks-reminder = Task reminder
tasks-reminder-today = A task to be done today
tasks-button-done = Mark as done
