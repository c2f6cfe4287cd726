presence-between = { $time }
presence-from = från { $came }
presence-to = till { $went }
presence-present = Närvarande{ $meeting ->
    [none] {""}
   *[other] {" "}på mötet { $meeting }
}: { $people }{ $time ->
    [none] .
   *[other] , { $time }.
}
presence-absent = Förhinder{ $meeting ->
    [none] {""}
   *[other] {" "}till mötet { $meeting }
}: { $people }.
presence-substitute = { $person } är ersättare för { $away }{ $organisations ->
    [none] {""}
   *[other] {" "}({ $organisations })
}{ $meeting ->
    [none] .
   *[other] {" "}på mötet { $meeting }.
}
presence-guest = { $people }{ $organisation ->
    [none] {""}
   *[other] , { $organisation },
} är { $count ->
    [1] antecknad som gäst
   *[other] antecknade som gäster
}{ $items ->
    [none] {""}
   *[other] {" "}på punkt { $items }
}{ $meeting ->
    [none] .
   *[other] {" "}på mötet { $meeting }.
}
presence-strangers = { $count ->
    [1] { $people } finns inte på medlemslistan men är antecknad.
   *[other] { $people } finns inte på medlemslistan men är antecknade.
}
presence-has-substitute = { $substitute } är fortfarande antecknad som ersättare för { $person }.
presence-note-taker = { $person } för anteckningarna{ $meeting ->
    [none] .
   *[other] {" "}på mötet { $meeting }.
}
