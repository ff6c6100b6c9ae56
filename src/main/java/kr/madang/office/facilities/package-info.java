/** Facilities, equipment and vehicles (주요시설 및 장비) as the council report lists them, as of any day. */
@org.jspecify.annotations.NullMarked
package kr.madang.office.facilities;
