/** Coverage of the demo office (시연 언론보도): releases by rules and what invented outlets made of them; nothing in it ever happened. */
@org.jspecify.annotations.NullMarked
package kr.madang.press.coverage.demo;
