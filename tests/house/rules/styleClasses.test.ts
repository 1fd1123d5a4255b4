import { describe, expect, test } from "vitest";
import { listSharedClasses } from "./styleClasses.ts";

describe("the rule of classes", () => {
  const listShared = (first: string, second: string): readonly string[] =>
    listSharedClasses(
      new Map([
        ["a.css", first],
        ["b.css", second],
      ]),
    );
  const shared = [".x is defined in a.css and in b.css"];

  test.each([
    [".x {}", ".x {}"],
    [".x { color: red }", "@media print { @supports (gap: 1px) { h2, ul > .x:first-child {} } }"],
    [".x::before { content: '} .y {' }", "/* { */ :root[data-size='a.b'] .x:not(.y) {}"],
    [":is(.x, .y):hover {}", ":where(ul .x) {}"],
    [".x { &:hover {} }", "li { .x & {} > .x {} }"],
    [".y .x {}", ".z .x {}"],
  ])("names a class that %s and %s define", (first, second) => {
    expect(listShared(first, second)).toEqual(shared);
  });

  test.each([
    [".x {}", ".y .x {}"],
    [".x {}", ".y + .x:hover {}"],
    [".x {}", ".y { .x {} & > .x {} }"],
    [".x {}", ".x li, .x:hover > a {}"],
    [".x {}", ":not(.x) {} li:has(> .x) {} .y:not(.x):hover {}"],
    [".x {}", "/* .x {} */ a[href='.x'] { width: .5x } @keyframes x { 12.5% {} }"],
  ])("lets one sheet define by %s and the other use by %s", (first, second) => {
    expect(listShared(first, second)).toEqual([]);
  });
});
