/**
 * Notices in the browser of a resident (웹 푸시): each message is encrypted for its one browser and handed to the push service the
 * browser chose. Written after RFC 8030 (delivery), RFC 8188 and 8291 (encryption) and RFC 8292 (VAPID).
 */
@NullMarked
package kr.madang.notices.carriers.push;

import org.jspecify.annotations.NullMarked;
