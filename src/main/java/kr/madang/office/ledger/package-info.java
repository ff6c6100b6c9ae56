/** The arithmetic of a budget in plain Java: balances, the headroom of a budget line over time, roll-up of the tree, and the forecast of what will stay unspent. */
@org.jspecify.annotations.NullMarked
package kr.madang.office.ledger;
