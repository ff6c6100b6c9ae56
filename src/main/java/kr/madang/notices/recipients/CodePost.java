package kr.madang.notices.recipients;

import kr.madang.notices.Channel;

/**
 * Carries one-time codes and links to the people who asked for them (인증번호 발송). It is called in the transaction that keeps the code:
 * an implementation writes down what is to be sent and sends it afterwards, so that nothing is lost and nothing goes out twice.
 */
public interface CodePost {
    /**
     * @param address in clear, normalized; never to be logged
     * @param subject of an e-mail; a text message has none
     */
    void post(Channel channel, String address, String subject, String text);
}
