/**
 * The ground every room stands on: ids, the clock, refusals, periods, won, paging, SQL, files, crypto, the audit trail, the design
 * system, and the plugs ({@code Menu}, {@code Figures}, {@code Seed}) through which a room joins the house without anything central
 * being edited. The kernel knows no room.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package kr.madang.kernel;

import org.springframework.modulith.ApplicationModule;
