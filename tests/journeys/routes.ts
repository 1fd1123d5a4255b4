/** Every screen that a person can come to by its address. */
export const routes = [
  "#/",
  "#/measures",
  "#/measures/2",
  "#/measures/9",
  "#/procedures/inquiry",
  "#/procedures/response",
  "#/timeline",
  "#/glossary",
  "#/search",
  "#/directory",
  "#/directory/CL",
  "#/inquiries",
  "#/inquiries/new",
  "#/more",
  "#/nowhere",
] as const;
