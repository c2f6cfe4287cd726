help-title = Det här kan jag
help-intro = Nämn mig med @ och skriv som du pratar, på svenska eller engelska. Välj ett ämne för exempel.
help-title-agenda = Dagordningen
help-title-meetings = Möten
help-title-decisions = Beslut och anteckningar
help-title-presence = Närvaro
help-title-tasks = Uppdrag
help-title-nominations = Nomineringar
help-title-reminders = Påminnelser
help-title-minutes = Minnesanteckningar
help-title-members = Medlemmar och inställningar
help-agenda = lägg till punkt Budget 2027, föredragande Anna Berg, 15 min
    visa dagordningen
    ändra punkt 4 till beslut
    flytta punkt 6 till plats 4
    punkt 5 utgår
    bordlägg punkt 5 till nästa möte
    sista dag att anmäla punkter är 2 december
    skicka ut dagordningen
help-meetings = boka möte på fredag kl 8–9.15 på Teams
    möte tredje fredagen varje månad kl 8–9.15
    flytta nästa möte till 14 december
    ställ in nästa möte
    när är nästa möte?
    öppna mötet
    avsluta mötet
help-decisions = gå till punkt 4
    beslut: att godkänna förslaget
    informationen läggs till handlingarna
    anteckna att regionen återkommer i mars
    ångra
    vad har vi beslutat om budgeten?
help-presence = närvarande: Anna Berg, Bo Ek och Carin Lund
    Bo Ek deltar kl 13–15
    förhinder: Anna Berg
    Dan Holm är ersättare för Anna Berg
    Eva Sten från SKR är gäst på punkt 5
help-tasks = Anna Berg ska skicka ut underlaget senast 22 mars
    jag tar på mig att boka lokal
    uppdrag 3 är klart
    visa uppdragen
help-nominations = öppna nominering till styrgruppen, sista dag 16 april
    nominera Anna Berg till styrgruppen
    vilka är nominerade?
    förläng nomineringen till nästa möte
    utse Anna Berg till styrgruppen
help-reminders = påminn oss på torsdag kl 8 om enkäten
    kom ihåg: redovisningen ska vara inne 31 januari
    vilka frister har vi?
    påminn en vecka och en dag före varje möte
help-minutes = visa minnesanteckningarna
    ge mig minnesanteckningarna som pdf
    skicka ut minnesanteckningarna, synpunkter senast 30 november
help-members = vilka är med i nätverket?
    lägg till Anna Berg, Falun, som ledamot
    svara på engelska
    nätverkets språk är svenska
