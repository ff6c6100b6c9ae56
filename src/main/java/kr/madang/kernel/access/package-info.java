/** Who may do what: levels per room, what a handler declares, and the person at the desk. The accounts room supplies the people; everyone else only asks here. */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.access;
