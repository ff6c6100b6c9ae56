/**
 * The room of approvals (전자결재): every paper of the office is drafted, reviewed, signed, numbered and filed here, and no outward act
 * of another room leaves without it. {@code line} is the approval line, {@code delegation} the table of who may decide what and the
 * calendar of deputies, {@code text} checks the style of official papers while they are written, {@code records} knows registers and
 * retention, {@code card} keeps the document card in a hash chain; all five are engines in plain Java. {@code desk} keeps the papers:
 * verbs, inboxes, registers, permissions, verification, and the gate for the other rooms. {@code tasks}
 * holds the unit tasks, {@code shelf} the files in which papers lie and the end of their years, {@code registers} looks into the
 * registers, {@code transfer} packs closed files for the archives, and {@code reminders} urges people whose papers wait.
 */
@ApplicationModule(displayName = "전자결재")
@org.jspecify.annotations.NullMarked
package kr.madang.approvals;

import org.springframework.modulith.ApplicationModule;
