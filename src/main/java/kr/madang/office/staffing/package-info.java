/** Posts and appointments (정원·현원): which seats the section is granted, who sits on them, and the staffing table as of any day. */
@org.jspecify.annotations.NullMarked
package kr.madang.office.staffing;
