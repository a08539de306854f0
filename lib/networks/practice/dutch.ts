import type { Words } from "./words.ts";

export const dutch: Words = {
  names:
    "Marieke de Boer,Joost Wiersma,Anke Hoekstra,Hanna Mulder,Sjoerd Bakker,Els Postma,Geert Dijkstra,Ilse van Dam,Noor Haddad,Wouter Smit,Fenna Visser,Tjitske Bouma,Bram Kuipers,Lotte Meijer,Jelle de Vries,Saskia Brouwer,Rinske Zijlstra,Maarten Vos,Femke Jansen,Douwe Hofstra,Eva Schouten,Pieter Kok,Yara Aydin,Thijs van Leeuwen,Nienke Terpstra,Henk Boersma,Loes Hendriks,Karim El Amrani,Willemijn Prins,Daan Peters,Marjan Kramer,Ruben Groen,Trijntje Veenstra,Bas Mulder,Imke Nauta,Gerrit Postma,Sanne Blom,Hidde Feenstra,Roos van Dijk,Jan Wolters,Aukje Sikkema,Mila Bos,Koen Huisman,Tineke de Jong,Lars Oosterhof,Wietske Algra,Niels Bruin,Carla Timmer,Youssef Bakkali,Annelies Wit,Okke Drent,Jorien Kamp,Siebe Haan,Liesbeth Maas,Tom Verbeek,Greet Wolthuis,Merel Schaap,Rik Ploeg,Dieuwke Rinsma,Frits Bolt,Ineke Stuut,Ties Bijl".split(
      ",",
    ),
  questions: {
    offer: [
      "Wat kost deze?",
      "Hebben jullie deze nog op voorraad?",
      "Komt deze ook in maat L?",
      "Wat is de prijs met verzenden erbij?",
      "Is deze ook in een andere kleur te koop?",
    ],
    care: [
      "Kan dit ook in de wasmachine?",
      "Werkt dit ook bij oude wol?",
      "Hoe vaak doe je dit, ongeveer?",
      "Hoe lang moet het drogen?",
    ],
    contest: ["Tot wanneer kan ik meedoen?", "Mag ik vaker meedoen?"],
    story: [
      "Wat leuk om te zien, kan ik een keer langskomen?",
      "Hoe lang doen jullie hierover?",
      "Is dit straks ook te koop? En wat gaat het kosten?",
      "Welke maat zou je aanraden?",
    ],
  },
  sayings: {
    praise: [
      "Wat prachtig gemaakt!",
      "Hier word ik blij van.",
      "Heel mooi, en zo fijn dat jullie dit laten zien.",
      "Geweldig, ik ben fan.",
      "Prachtige kleur ook!",
      "Weer zo mooi, dank jullie wel.",
    ],
    mention: [
      "Zo blij met wat ik hier kocht, echt prachtig!",
      "Als je iets moois zoekt, moet je hier zijn. Geweldig fijne mensen.",
      "Vandaag weer complimenten gekregen, ik ben er heel blij mee.",
      "Tip voor iedereen: dit is fantastisch, ik geniet er elke dag van.",
    ],
    photo: [
      "Kijk hem eens mooi staan! Ik ben er zo blij mee.",
      "Vandaag voor het eerst aan, heerlijk warm. Dank jullie wel!",
      "Foto van het strand met mijn favoriet. Prachtig!",
    ],
    review: [
      "Prachtige kwaliteit en snel in huis. Heel blij mee.",
      "Precies wat ik hoopte, mooi afgewerkt en een lief kaartje erbij.",
      "Al de tweede die ik koop, blijft geweldig.",
    ],
    "sour-review": ["Mooi, maar het duurde erg lang voor het er was."],
    quote: ["Dit moeten meer mensen zien.", "Hier ben ik dus zo enthousiast over!"],
    thanks: [
      "O wat lief, dank jullie wel! Mijn dag is goed.",
      "Wat leuk dat jullie dit plaatsen, dankjewel!",
      "Ik bloos! Heel erg bedankt, ik blijf fan.",
    ],
    help: [
      "{person} Ik had dezelfde vraag: ze antwoorden binnen een dag als je mailt, en de maten vallen ruim.",
      "{person} Bij mij ging het goed: gewoon rustig proberen, met lauw water.",
      "{person} Op de site staat het onderaan, ik heb die van mij ook zo gevonden.",
    ],
    complaint: [
      "Mijn pakket is nog steeds niet aangekomen en ik hoor niets. Erg teleurgesteld.",
      "Helaas kwam mijn pakket beschadigd aan. Dit valt me tegen.",
    ],
    relief: [
      "Update: keurig opgelost, en nog een kaartje erbij ook. Dank jullie wel, weer helemaal blij!",
      "Inmiddels netjes opgelost. Top geregeld, dankjewel!",
    ],
    return: [
      "Hier ben ik weer, na een tijdje. Wat kost deze nu?",
      "Lang niet hier geweest! Hebben jullie deze nog op voorraad?",
    ],
    contest: ["Ik doe mee! Volg, deel en like om te winnen 🍀 @winmetmij @prijsjesjacht"],
  },
  praisedMore: ["", " Ga zo door!", " Heel knap gedaan.", " Ik kijk uit naar de volgende."],
  ownedMore: ["", " Echt een aanrader.", " Mijn zus wil er nu ook een.", " Heel knap gedaan."],
};
