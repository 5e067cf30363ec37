export { docx } from "../server/src/formats/office/docx.js";
export { pptx } from "../server/src/formats/office/pptx.js";
export { applyOfficeEdits } from "../server/src/formats/office/write-back.js";
