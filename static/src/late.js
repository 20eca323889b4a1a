/** The second file of the phone: controls that few stages need. Their words come with them. */

export { Amounts, Items, Ranking, Rows } from "./phone/rare/inputs.js";
export { Handouts } from "./phone/rare/handouts.js";
export { Find } from "./phone/rare/finding.js";
export { Kept } from "./phone/rare/kept.js";
export { JoinGroup } from "./phone/rare/join.js";
export { Levels } from "./phone/rare/levels.js";
export { Choose, Dots, Order, Scores } from "./phone/rare/votes.js";
export { Offers } from "./phone/rare/offers.js";
export { AskedFoot, AskedHead } from "./phone/rare/asked.js";
export { Turns } from "./phone/rare/turns.js";
export { Places, Sift } from "./phone/rare/sorting.js";
export { ChartView } from "./parts/chart.js";
export { MapView } from "./parts/map.js";
export { EditItem } from "./phone/rare/edit.js";
export { Remark } from "./phone/rare/remark.js";
export { LevelsView } from "./parts/levels.js";
export { TotalsView } from "./parts/totals.js";
