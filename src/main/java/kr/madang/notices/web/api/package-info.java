/** How other programs reach the interface (연계 발송), and the desk pages of their keys. */
@org.jspecify.annotations.NullMarked
package kr.madang.notices.web.api;
