/** The search of the house on the desk (통합 검색 화면), and the pages of its dictionary. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.search.web;
