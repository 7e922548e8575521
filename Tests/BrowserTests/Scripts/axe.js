// What axe-core finds, with the rule that it leaves off unless it is asked: targets of at least 24 px. It would fetch the
// style sheets again, which a page that is a file may not.
const { violations } = await axe.run(document, { preload: false, rules: { "target-size": { enabled: true } } });
return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} — ${node.failureSummary}`));
