/**
 * The room of notices (문자알림·재난알림): residents are told by text message, e-mail and web push, and what became of every single message
 * is known or honestly unknown. {@code recipients} keeps who agreed to what; {@code sends} writes a message, has it approved and knows its
 * hour; {@code running} hands it over; {@code ledger} keeps what became of it. {@code lines} are the ways out of this office, {@code
 * carriers} how each kind of them works, {@code wording} what a text costs, whether phones can show it and what the law asks of it.
 * {@code alerts} lets a disaster alert out on every way at once, in the words of {@code cap} for other systems; {@code calls} calls staff out.
 */
@ApplicationModule(displayName = "문자알림·재난알림")
@org.jspecify.annotations.NullMarked
package kr.madang.notices;

import org.springframework.modulith.ApplicationModule;
