/** The document card (문서관리카드): every version and every act of a paper in one chain of hashes over canonical bytes, the verification that names the first broken link, and the redline between two versions; plain Java. */
@org.jspecify.annotations.NullMarked
package kr.madang.approvals.card;
