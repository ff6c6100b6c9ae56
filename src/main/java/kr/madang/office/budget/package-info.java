/** The budget tree (정책·단위·세부사업·통계목) with its appropriations, and the execution ledger that is written once and never changed. */
@org.jspecify.annotations.NullMarked
package kr.madang.office.budget;
