members-title = { $network }, { $count ->
    [1] en medlem
   *[other] { $count } medlemmar
}
members-role-chair = ordförande
members-role-vice-chair = vice ordförande
members-role-secretary = sekreterare
members-role-member = ledamot
members-role-substitute = ersättare
members-role-staff = tjänsteperson
members-role-guest = gäst
members-added = Tillagd på medlemslistan: { $member }.
members-changed = Ändrad på medlemslistan: { $member }.
members-removed = { $name } är borttagen från medlemslistan. Det som är antecknat om { $name } står kvar i handlingarna.
members-language-sv = svenska
members-language-en = engelska
members-my-language-sv = Jag svarar dig på svenska från och med nu.
members-my-language-en = I will answer you in English from now on.
members-layout-clauses = att-satser
members-layout-decision = beslutsmeningar
members-set = { $name ->
    [language] Nätverkets språk är nu { $value }.
    [zone] Nätverkets tidszon är nu { $value }.
    [name] Nätverket heter nu { $value }.
   *[layout] Minnesanteckningarna skrivs nu med { $value }.
}
members-confirmed = Tack. Nätverket heter { $network } och skriver på { $language }.
