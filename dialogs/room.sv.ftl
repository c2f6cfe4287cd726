room-item = Punkt { $number }. { $title }.{ $presenters ->
    [none] {""}
   *[other] {" "}Föredragande: { $presenters }.
}
room-noted = Antecknat under punkt { $number }, ”{ $title }”.
room-decided = Beslut under punkt { $number }, ”{ $title }”:
room-is-noted = Antecknat under punkt { $number }: informationen noteras.
room-filed = Antecknat under punkt { $number }: informationen läggs till handlingarna.
room-filed-minutes = Antecknat under punkt { $number }: minnesanteckningarna läggs till handlingarna.
room-taken-back = Återtaget: ”{ $said }”.
