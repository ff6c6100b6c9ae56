package kr.madang.notices.carriers.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import kr.madang.notices.carriers.Answer;
import org.jsmpp.bean.*;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.*;
import org.junit.jupiter.api.Test;

/** Our line speaks with a line of jSMPP, from either end. */
class InteropTests {
    @Test
    void aSessionOfJsmppSendsToTheSimulator() throws Exception {
        try (var line = new Line()) {
            // receipts go over any line that is bound: there shall be one
            line.carrier.close();
            var session = new SMPPSession();
            var receipts = Collections.synchronizedList(new ArrayList<String>());
            session.setMessageReceiverListener(new Listening(receipts));
            session.connectAndBind(
                    "localhost",
                    line.simulator.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            "madang",
                            "secret",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""));
            try {
                var result = session.submitShortMessage(
                        "",
                        TypeOfNumber.NATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "02",
                        TypeOfNumber.NATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "01000000001",
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        DataCodings.newInstance((byte) 8),
                        (byte) 0,
                        "안녕".getBytes(StandardCharsets.UTF_16BE));
                assertThat(line.phones.get("01000000001").getFirst().text()).isEqualTo("안녕");
                assertThat(line.phones.get("01000000001").getFirst().id()).isEqualTo(result.getMessageId());
                await().atMost(Line.LONG).until(() -> receipts.contains(result.getMessageId()));
            } finally {
                session.unbindAndClose();
            }
        }
    }

    private record Listening(List<String> receipts) implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
            try {
                receipts.add(pdu.getShortMessageAsDeliveryReceipt().getId());
            } catch (org.jsmpp.util.InvalidDeliveryReceiptException e) {
                throw new ProcessRequestException("no receipt", 8);
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification pdu) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm pdu, Session session) throws ProcessRequestException {
            throw new ProcessRequestException("no data", 3);
        }

        @Override
        public void onAcceptEnquireLink(EnquireLink pdu, Session session) {}
    }

    @Test
    void ourCarrierSendsToAServerOfJsmpp() throws Exception {
        try (var line = new Line();
                var door = new SMPPServerSessionListener(free())) {
            var got = Collections.synchronizedList(new ArrayList<String>());
            Thread.startVirtualThread(() -> serve(door, got));
            try (var carrier = new SmppCarrier(Line.settings(door.getPort()), line, Clock.systemUTC())) {
                await().atMost(Line.LONG).until(() -> carrier.trouble().isEmpty());
                var answers = carrier.hand(
                        IntStream.rangeClosed(1, 50).mapToObj(Line::parcel).toList(),
                        Instant.now().plusSeconds(60));
                assertThat(answers).hasOnlyElementsOfType(Answer.Handed.class);
                assertThat(answers.getFirst()).isEqualTo(new Answer.Handed("7001"));
            }
            assertThat(got).hasSize(50).contains("알림 50");
        }
    }

    private static int free() throws java.io.IOException {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void serve(SMPPServerSessionListener door, List<String> got) {
        try {
            var session = door.accept();
            session.setMessageReceiverListener((ServerMessageReceiverListener) java.lang.reflect.Proxy.newProxyInstance(
                    InteropTests.class.getClassLoader(),
                    new Class<?>[] {ServerMessageReceiverListener.class},
                    (_, method, arguments) -> switch (method.getName()) {
                        case "onAcceptSubmitSm" -> {
                            var pdu = (SubmitSm) arguments[0];
                            got.add(Coding.KOREAN.read(pdu.getShortMessage()));
                            // the number of the row, so that answers may come in any order
                            yield new SubmitSmResult(
                                    new org.jsmpp.util.MessageId(
                                            "7" + pdu.getDestAddress().substring(8)),
                                    new OptionalParameter[0]);
                        }
                        default -> null;
                    }));
            session.waitForBind(30_000).accept("jsmpp");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
