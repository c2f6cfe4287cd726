presence-between = { $time }
presence-from = from { $came }
presence-to = until { $went }
presence-present = Present{ $meeting ->
    [none] {""}
   *[other] {" "}at the meeting on { $meeting }
}: { $people }{ $time ->
    [none] .
   *[other] , { $time }.
}
presence-absent = Apologies{ $meeting ->
    [none] {""}
   *[other] {" "}for the meeting on { $meeting }
}: { $people }.
presence-substitute = { $person } stands in for { $away }{ $organisations ->
    [none] {""}
   *[other] {" "}({ $organisations })
}{ $meeting ->
    [none] .
   *[other] {" "}at the meeting on { $meeting }.
}
presence-guest = Guest{ $items ->
    [none] {""}
   *[other] {" "}for item { $items }
}{ $meeting ->
    [none] {""}
   *[other] {" "}at the meeting on { $meeting }
}: { $people }{ $organisation ->
    [none] .
   *[other] , { $organisation }.
}
presence-strangers = { $count ->
    [1] { $people } is not on the roll, but has been noted.
   *[other] { $people } are not on the roll, but have been noted.
}
presence-has-substitute = { $substitute } is still noted as standing in for { $person }.
presence-note-taker = { $person } takes the notes{ $meeting ->
    [none] .
   *[other] {" "}at the meeting on { $meeting }.
}
