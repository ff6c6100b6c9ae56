/**
 * The room of notices (문자알림·재난알림): residents are told by text message, e-mail and web push, and what became of every single message
 * is known or honestly unknown. {@code ledger} is the engine that keeps it; {@code wording} is the engine that knows what a text costs,
 * whether phones can show it and what the law asks of it.
 */
@ApplicationModule(displayName = "문자알림·재난알림")
@org.jspecify.annotations.NullMarked
package kr.madang.notices;

import org.springframework.modulith.ApplicationModule;
