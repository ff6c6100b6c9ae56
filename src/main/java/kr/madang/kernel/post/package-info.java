/**
 * The post of the office (발송): a room hands letters to one person each over to {@link kr.madang.kernel.post.Post} and asks later what became
 * of them; the room of notices carries them. Who gets what, and why, is for the room that writes to know.
 */
@org.jspecify.annotations.NullMarked
package kr.madang.kernel.post;
