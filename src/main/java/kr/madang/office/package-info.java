/**
 * The room that knows the section itself (조직·인력·예산): its teams and duties, its posts and who sits on them, its facilities and
 * vehicles, its budget and how far it is spent. Everything carries dates, so every page, table and figure can be asked <em>as of</em>
 * any day. {@code organization}, {@code staffing}, {@code facilities} and {@code budget} hold the records; {@code ledger}
 * and {@code chart} are engines in plain Java; {@code exchange} takes execution exports in; {@code figures} answers the
 * council report; {@code demo} fills the demo office.
 */
@ApplicationModule(displayName = "조직·인력·예산")
@org.jspecify.annotations.NullMarked
package kr.madang.office;

import org.springframework.modulith.ApplicationModule;
