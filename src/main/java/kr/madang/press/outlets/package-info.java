/** Outlets (매체): newspapers, agencies, stations and online media, each of one class, and the reporters who write for them. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.outlets;
