"""Ordinary words that look like a misspelt command word and are none, so that spelling help leaves them alone."""

from __future__ import annotations

from dialogs.understanding.text import words

COMMON = words(
    """
    slanga slanger slang kasta kastar lov lova narvara besoket inbjudan inbjudningar inbjudningen
    sats satser stands
    viss planeras router remainder
    returning synpunkt synpunkten synpunkter synpunkterna
    tidpunkt tidpunkten standpunkt standpunkten utgangspunkt utgangspunkten knutpunkt first field failed
    fixed filled content contents resten user users uses stallet ligger liggande serve stale small still
    foreslas medverkade replay relies rely seeds separated shape shared shares sharp listen leading leases
    fires fired lagga langre deras sker snart spara saker personal personalen delay delays motte moter motes
    mottes mitten noter notera noten slutat slutade sluta slutet slutligen lagret laget lagen lager lagar
    lagom lagt punkter sundet uppgav uppgett uppgick boken bocker bokade visat visade visst vissa visar klar
    klarade klara klarar starka starkt stark stort stora store story state stated station sender tender
    bender vender sending gender rendered order borde borda borta border bortre utsedd utsedda uteser roster
    rostar rostade rostat rosterna roster kosta kostar rista resta beskedet beskrivs besok besoket besluta
    listor lista listan lasta list last lasted lasting late later latest least lease please pleased place
    placed plate plats platser platsen plan planen planer plans plane player members' member's remember
    november december september number numbers timber medlen medel medlet meddela meddelar medverka skicket
    skicklig skickade skickat tacka tackade tackat svarade svarat svaren svaret svart svarta svarar swear
    delar delad delat delade dela delen delta deltog deltagit flytet flyttat flyttade oppnade oppet stangde
    stangt foljer foljde foljande folja fodda foren forena forsta forstar forslag fordel fordelar forslaget
    forslagen andra andras andrade andrat andas anda ande anden landet lander handla handlar handlade hander
    hande close closer clothes chose chosen choose phone those where there these them then theme they their
    other shower showers shown shows showed should shot short sort sore more move moves mover mode model
    moral added adder ladder address addressed note noted notes noting nose vote votes voter voters vice
    voice seat seats seen seem seems send sent sense sends select elects affect effect expect except accept
    opera operation operate opens opener opening closed closing start starts started startade startat stort
    sport smart guess guesses guests quest gast gaster gatan gata gasta ganska minut minuter minutes minute
    minus minne minnen minns minst mindre thing think things thinks thank thanks tanks right light night
    might fight about above after again great treat create greater grant grand group groups gruppens kanal
    kanalen kanske kansla kanna kanner kunna kunde kommer komma kommit kommun kommuner kommunen kommunens
    samma samman sammanfattning samlat samtal samtidigt samtliga dagens dagen dagar dagarna daglig dagis
    fragan fraga fragor fragat fragade battre basta bara bade bada utan utanfor under undrar unga ungdom ute
    utav utom utmaning utmaningar regionen regioner region religion project projects projekt projektet
    protest protect product action actions section sections nation nations fraction report reports resort
    record records record second budget budgeten budgets budget manager managers manage managed messages
    message circular circulars cirkular cirkularet cirkel circle nominell nominal nominera national
    nationella nationellt agera agerar agent agenter agents aldre aldres arendet arende erande ersatt
    ersatta ersattning ersattningen ersattningar remote remove removes remiss permit remit revise revised
    present presents presented president presens parent patient percent prevent ansvar ansvaret ansvarar
    ansvarig sitter sidan sidor sedan seden sidan finns finna finner fina finish finland hoppas hoppar hopp
    hopplost hoppade slappa slipper slipa skapa skapar skapade tabell tabeller table tables stable cable
    able hemma hemlig hemligt hemmet himmel every never ever even event events evening very lunch lunchen
    launch bunch punch book books booked look looks cook took point points joint joints paint issue issues
    tissue tissues exact exactly extra extract extras local locals lokal lokalen lokala lokaler attend
    attack attached attract dokumenterat dokumentera documented public politik politisk politiska verksamhet
    verksamheten chef chefen chefer sjuka sjukt sjunde skulle skolan skola skolor works worked words world
    would could
    """
)
