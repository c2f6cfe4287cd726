"""The single words members use, by what they mean; "stem/a/ar" stands for stema and stemar.

Verbs stand here in the forms that ask or perform (imperative, infinitive, present, passive); what tells of the
past ("lade till", "flyttade") is left out, since it asks for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

THINGS: Mapping[str, str] = {
    "meeting": "möte/t/n/na/ts/s sammanträd/e/et/en/ena nätverksmöte/t/n extramöte/t meeting/s/'s "
    "möteserie/n mötesserie/n "
    "arbetsmöte/t planeringsmöte/t avstämning/en mötesdag/en träff/en",
    "meeting_times": "mötestid/er/erna/en mötesdatum mötesdag/ar/arna mötesplan/en mötesschema/t",
    "agenda": "dagordning/en/ens/ar agenda/n/s föredragningslist/a/an ärendelist/a/an",
    "summons": "kallels/e/en/er/erna summons invitation/s mötesinbjudan",
    "item": "punkt/en/er/erna/ens ärend/e/et/en/ena item/s dagordningspunkt/en/er agendapunkt/en/er mötespunkt/en",
    "kind_item": "beslutspunkt/en beslutsärend/e/et informationspunkt/en infopunkt/en informationsärende "
    "diskussionspunkt/en dialogpunkt/en uppföljningspunkt/en diskussionsärende",
    "presenter": "föredragande presenter föredra/r presenterar presents presenting dragande",
    "decision": "beslut/et/en decision/s beslutspunkter beslutets",
    "decide": "besluta/r/de/t/s/des beslöt decide/d/s resolve/s/d bestämde bestämdes bestämt beslutats "
    "bestämmer enades",
    "task": "uppgift/en/er/erna uppdrag/et/en task/s todo todos action/s åtgärd/en/er att-göra "
    "att-göra-lista/n "
    "arbetsuppgift/en/er",
    "deadline": "deadline/n/s deadlinen deadlines/en slutdatum tidsfrist/en/er frist/en/er due förfallodatum "
    "stoppdatum",
    "stop_time": "stopptid/en inlämningstid/en cutoff",
    "reminder": "påminnels/e/en/er/erna/er reminder/s påminnare utskick/en",
    "nomination": "nominering/en/ar/arna/ens nomineringstid/en nomineringsdag/en nomineringsdatum/et "
    "nomineringsperiod/en nomination/s kandidatur/en "
    "nomineringsomgång/en nomineringsrund/a/an nomineringsfråga nomineringsprocess/en nomineringsfas/en",
    "nominees": "nominerad/e nominees nominee kandidat/er/erna/en candidate/s nominerat nominated",
    "poll": "omröstning/en/ar/arna/s poll/en/s/ar/s votering/en röstning/en röstningen ballot/s straw-poll",
    "election": "val/et election/s personval/et sluten-omröstning",
    "remiss": "remiss/en/er/erna/var/varet/varen/förfrågan consultation/s remissyttrande/t/n remisserna",
    "minutes": "protokoll/et/en/ets minnesanteckning/ar/arna/en mötesanteckning/ar/arna anteckning/ar/arna "
    "minutes "
    "mötesprotokoll/et meeting-notes mötesnoteringar/na",
    "draft": "utkast/et/en draft/et/en/s protokollsutkast/et/en protokollutkast/et",
    "members": "medlem/mar/marna/men ledamot/en ledamöter/na member/s medlemslist/a/an deltagarlist/a/an "
    "membership "
    "deltagare deltagarna nätverksmedlem members-list roster medlemsförteckning/en medlemsregist/er/ret "
    "ledamotslist/a/an kontaktlist/a/an",
    "network": "nätverk/et/ets network/'s network/s gruppen group",
    "language_word": "språk/et language",
    "zone_word": "tidszon/en timezone time-zone",
    "layout_word": "layout/en protokollsmall/en",
    "proposal": "förslag/et proposal/s",
    "presentword": "närvarande närvaro närvarolista närvarolistan present attendance attendees attending",
    "absentword": "frånvarande frånvaro absent förhinder förhindrad apologies regrets frånvarolista",
    "substitute": "ersättare ersättaren ersätter ersätta substitute/s substituting suppleant vikarie vikarierar "
    "deputises "
    "deputising deputizing deputizes",
    "guest": "gäst/en/er/erna guest/s inbjuden inbjudna",
    "attachment": "bilag/a/an/or attachment/s appendix underlag/et handling pm:et memo fil/en file/s dokument/et "
    "document/s",
    "list_word": "list/a/an lists listing",
    "objection": "invändning/ar/arna/en objection/s",
}

DEEDS: Mapping[str, str] = {
    "add": "lägg/a/er/s läg lägger add/ing put/s sätt/a/er/s anmäl/a/er/s ta lyft/a/er/s raise include "
    "insert submit "
    "addera anteckna mata skriv registrera register tillför",
    "new": "ny/tt/a new extra",
    "book": "boka/r/s bokas schedule/d book planera/r sammankalla/r arrange kalla/r planlägg organise organize",
    "meet": "ses träffas meet/s meets mötas sammanträder sammanträda",
    "move": "flytta/r/s flytt placera/r/s place moved skjut/a/er/s framflytta/s move/d reschedule/d shift "
    "push/ed pushed postpone "
    "tidigarelägg/a/s "
    "senarelägg/a/s omboka/s byt ombok/a/ar rebook/ed reschedula/r/s movea flyttas förlägg/a/s",
    "cancel": "cancel/led/ed avlys/a/er/es avboka/r/s avbeställ/a/er "
    "inställt inställd ställ/a/er/s hoppa/r skip "
    "skippa/r drop "
    "droppa/r/s cancella/r/s cancela/r/s scrap call-off",
    "remove": "remove/d delete/d droppa/r/s removea deleta/r stryk/a/er/s struken radera/r/s drop/ped scrap plocka/r/s "
    "bort avför/a/s "
    "strike avregistrera exclude utesluta kick",
    "withdrawn": "utgår utgå utgår withdrawn",
    "withdraw": "withdraw/s/n återkalla/r/s retract/s drar dra",
    "change": "ändra/r/s change/d edit update uppdatera/r/s byt/a/er/s rename switch replace redigera "
    "korrigera modify "
    "ändring fixa fix swap",
    "send": "skicka/r/s send/s sänd/a/er mejla/r maila/r mail email distribuera/r/s distribute publish/ed "
    "publicera/r/s "
    "publisera/r/s delge circulate skickas",
    "show": "visa/r/s show display list lista/r see se view titta läsa läs read get hämta ge fetch",
    "open": "öppna/r/s/t/d open/s opened opening start/a/ar/as/s starta begin/s börja/r commence "
    "inled/a/er drar drag kör "
    "launch öppnat öppnad",
    "close": "stäng/a/er/s close/d/s closing avsluta/r/s/t/d avslutas end/s ended finish slut stoppa stop "
    "adjourn/ed upplös "
    "upplöst avrunda/r wrap slutar stängd stängt",
    "approve": "godkänn/a/er/s/es/t/d godkänd/a godkänt fastställt fastställd fastställda "
    "fastställ/a/er/s/es/d/t approve/d/s adopt/ed/s godtar godtas "
    "antas anta antar "
    "justera justeras justerat bifalla",
    "postpone": "bordlägg/a/er/s/es bordlagd bordläggning postpone/d table/d tabled defer/red defers "
    "uppskjut/s ajournera "
    "skjut/a/er/s",
    "attach": "bifoga/r/s attach/ed koppla/r länka/r upload bilägg/a/er",
    "note": "anteckna/r/s notera/r/s note minute skriv/a/er nota protokollför/a/s jot noterar record log nedteckna",
    "noted": "noteras noterad noterat noted filed handlingarna acknowledged",
    "undo": "ångra/r undo revert oops ångrar",
    "search": "sök/a/er hitta/r find search leta/r slå lookup",
    "done": "klar/t/a färdig/t/a slutförd slutfört slutförda avklarad avklarat done finished completed "
    "complete avbocka/d/t "
    "utförd utfört genomförd klarmarkera avslutad avslutat avprickad gjort gjord",
    "split": "fördela/r/s fördelning fördelningen dela/r/s split divide distribute share apportion slå "
    "kostnadsfördelning utdebitera fördelas "
    "allocate",
    "extend": "förläng/a/er/s/t/es förlängd extend/ed/s extension prolong",
    "appoint": "utse/r/s utser utses utsett appoint/s/ed välj/a/er/s designate/d utnämn/a/er/s elect/s/ed",
    "nominate": "nominera/r/s nominate/s nominating",
    "propose": "föreslå/r föreslår propose/s suggest/s",
    "accept": "accepterar acceptera accept/s accepted antar tackar åtar",
    "decline": "avböj/a/er avböjer decline/s declining avstår avsäger",
    "object": "invänder invända object/s motsätter motsätta oppose/s reserverar",
    "consent": "samtycker samtycke samtycka consent/s agree/s agreed instämmer medger biträder tillstyrker",
    "vote": "rösta/r röst/en vote/s voting röstas",
    "voted": "röstat voted röstade",
    "remind": "påminn/a/er remind ping pinga nudge",
    "assign": "assign/ed delegate ansvarar ansvarig responsible tilldela/s uppdra/s uppdrar åläggs",
    "welcome": "välkomna välkommen välkomnar welcome",
    "export": "export exportera ladda download pdf docx word markdown html md",
    "help": "hjälp hjälpa help hjälper kommandon commands instruktioner manual",
    "comes": "kommer come komma ligga hamna hamnar placeras deltar deltager ansluter ansluta anländer "
    "medverkar joins joined joining arrives "
    "arrived attends närvarar "
    "kom anslöt",
    "leaves": "lämnar leaves leave leaving left går avviker lämnade gick",
    "ill": "sjuk sick ill frånvarande borta away vabbar vab ledig semester",
    "answers": "svara/r answer/s answering reply replies replying respond/s responding yttrar yttra",
    "joint": "gemensamt gemensam gemensamma common joint jointly together samlat ihop tillsammans "
    "länsgemensamt samordnat",
    "own": "själv/a/t egen eget own itself themselves separately separat yourself enskilt",
    "every": "varje alla every all each varannan återkommande recurring regelbundet regelbundna regular "
    "regularly serie series "
    "weekly monthly biweekly månatligt veckovis månadsvis årligen quarterly kvartalsvis mötesserie",
    "secret": "hemlig/t sluten slutet slutna secret anonym/t anonymous anonymously closed-ballot",
    "public": "öppen öppet public",
}

SMALL: Mapping[str, str] = {
    "mine": "min mitt mina my mine vår vårt våra our",
    "deictic": "den det det där this that it one them dem dessa detta denna those these allt",
    "first": "jag me mig i i'm i'd i'll i've",
    "we": "vi we oss us we'll",
    "thanks": "tack tackar thanks thank thx tusen",
    "wh": "vad vilka vilken vilket vem när hur varför what which who when how why where what's who's "
    "hurdan huruvida whose",
    "next": "nästa next näste kommande komande upcoming följande",
    "previous": "förra föregående senaste previous last förr sista",
    "open_adj": "öppna öppen open outstanding kvar återstår remaining utestående ogjorda pågående aktuella",
    "always": "alltid automatiskt always automatically varje every alla all each",
    "before": "före innan before förväg advance ahead",
    "nobody": "ingen inga none nobody no-one ingenting nothing",
    "not": "inte ej not icke inget don't doesn't can't cannot won't isn't aldrig never couldn't kan't",
    "instead": "istället instead",
}
