/**
 * The room of the press (언론팀): {@code releases} writes a press release, has it approved and tells reporters once its embargo has passed;
 * {@code newsroom} shows it to everybody. {@code outlets} knows newspapers, stations and their reporters, {@code licences} what the office
 * may do with what they print. {@code coverage} gathers what they wrote, {@code alike} tells which articles are one story and which
 * release earned it, {@code scrap} makes the morning's clippings of them. {@code advertising}, {@code subscriptions} and {@code training}
 * keep what the office places, takes and teaches.
 */
@ApplicationModule(displayName = "언론")
@org.jspecify.annotations.NullMarked
package kr.madang.press;

import org.springframework.modulith.ApplicationModule;
