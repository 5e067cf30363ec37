/** Goals of invented organisations whose work has nothing to do with a digital strategy of a government: what texts about it must not be tied to. */
export const goalsOfOthers = {
  hospital: [
    {
      id: "H1",
      title: "Shorter waits in the emergency department",
      statement: "By 2027 nine in ten patients are seen by a doctor within four hours.",
      keywords: ["triage", "waiting times"],
    },
    {
      id: "H2",
      title: "Fewer infections on the wards",
      statement: "Hand hygiene and clean rooms halve infections by 2026.",
      keywords: ["hygiene", "infection"],
    },
    {
      id: "H3",
      title: "Nurses who stay",
      statement: "Rosters that leave room for family life bring turnover of nurses under eight per cent.",
      measures: ["turnover of nurses"],
    },
    { id: "H4", title: "Food that helps patients recover", statement: "Fresh meals from our own kitchen on every ward." },
  ],
  cityParks: [
    { id: "P1", title: "A tree in every street", statement: "Plant ten thousand trees by 2030.", keywords: ["tree", "planting"] },
    { id: "P2", title: "Playgrounds within a short walk", statement: "Every child lives ten minutes from a safe playground." },
    { id: "P3", title: "Cleaner rivers and lakes", statement: "Bathing water of good quality at all beaches by 2029.", measures: ["water quality"] },
    { id: "P4", title: "Less waste, more compost", statement: "Garden waste of all districts becomes compost for our own beds.", keywords: ["compost"] },
    { id: "P5", title: "Volunteers look after their park", statement: "Five hundred volunteers a year help with mowing, weeding and planting." },
  ],
  housing: [
    { id: "W1", title: "Warm homes", statement: "Insulate two thousand flats and cut heating bills by a third.", keywords: ["insulation", "heating"] },
    {
      id: "W2",
      title: "Repairs done right first time",
      statement: "Nine in ten repairs need one visit of a plumber, joiner or electrician.",
      keywords: ["repair"],
    },
    { id: "W3", title: "Rents that tenants can pay", statement: "Rents rise no faster than wages until 2028.", measures: ["rent arrears"] },
  ],
  factory: [
    {
      id: "F1",
      title: "No accidents on the shop floor",
      statement: "Guards, helmets and drills bring lost-time injuries to zero.",
      keywords: ["helmet", "injury"],
    },
    { id: "F2", title: "Half the steel scrap", statement: "Better moulds and cutting plans halve scrap by 2027.", measures: ["scrap per tonne"] },
    { id: "F3", title: "Deliveries to dealers on the promised day", statement: "Spare parts reach dealers within two days.", keywords: ["spare parts"] },
    { id: "F4", title: "Carbon-neutral furnaces", statement: "Hydrogen replaces gas in all furnaces by 2032.", keywords: ["hydrogen"] },
  ],
};
