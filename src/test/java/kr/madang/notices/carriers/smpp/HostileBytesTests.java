package kr.madang.notices.carriers.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import kr.madang.notices.carriers.Answer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.junit.jupiter.api.Test;

/** Neither end of a line dies of what the other end sends. */
class HostileBytesTests {
    private static final DefaultComposer COMPOSER = new DefaultComposer();
    private static final int[] COMMANDS = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 0x0B, 0x15, 0x21, 0x102, 0x103, 0x7777, 0x80000000, 0x80000004, 0x80000005, -1
    };

    /** An operator that unbinds all the time would be obeyed, and nothing else would be seen. */
    private static final int[] NOT_UNBIND = Arrays.stream(COMMANDS)
            .filter(command -> command != SMPPConstant.CID_UNBIND)
            .toArray();

    private final Random random = new Random(11);

    /** A PDU with a head that is right and a body that is anything. */
    private byte[] rubbish(int command, int sequence) {
        var body = new byte[random.nextInt(200)];
        random.nextBytes(body);
        if (random.nextBoolean()) for (int i = 0; i < body.length; i++) if (random.nextInt(4) == 0) body[i] = 0;
        var pdu = new byte[16 + body.length];
        var head = COMPOSER.composeHeader(command, 0, sequence);
        System.arraycopy(head, 0, pdu, 0, 16);
        System.arraycopy(body, 0, pdu, 16, body.length);
        pdu[2] = (byte) (pdu.length >> 8);
        pdu[3] = (byte) pdu.length;
        return pdu;
    }

    private static byte[] bind() throws Exception {
        return COMPOSER.bind(
                SMPPConstant.CID_BIND_TRANSCEIVER, 1, "madang", "secret", "", (byte) 0x34, (byte) 0, (byte) 0, "");
    }

    private static void send(Line line, byte[]... pdus) throws IOException {
        try (var socket = new Socket("localhost", line.simulator.port())) {
            var out = socket.getOutputStream();
            for (var pdu : pdus) out.write(pdu);
            out.flush();
        } catch (java.net.SocketException e) {
            // thrown out before we were through
        }
    }

    @Test
    void theSimulatorOutlivesWhateverComes() throws Exception {
        try (var line = new Line()) {
            for (int round = 0; round < 200; round++) {
                var noise = new byte[random.nextInt(400)];
                random.nextBytes(noise);
                send(line, noise);
                send(line, rubbish(COMMANDS[random.nextInt(COMMANDS.length)], round));
                var bound = new byte[20][];
                bound[0] = bind();
                for (int i = 1; i < bound.length; i++) bound[i] = rubbish(COMMANDS[random.nextInt(COMMANDS.length)], i);
                send(line, bound);
            }
            for (int length : new int[] {0, 15, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 70_001})
                sendLength(line, length);
            var answers = line.hand(1, 100, Line.LONG);
            assertThat(answers).hasOnlyElementsOfType(Answer.Handed.class);
            line.isHonest(1, answers);
        }
    }

    /** Whoever only claims a length gets nothing set aside, and is thrown out. */
    private static void sendLength(Line line, int length) throws IOException {
        try (var socket = new Socket("localhost", line.simulator.port())) {
            new DataOutputStream(socket.getOutputStream()).writeInt(length);
            socket.setSoTimeout(30_000);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void onlyWhoIsBoundMaySend() throws Exception {
        try (var line = new Line()) {
            var submit = COMPOSER.submitSm(
                    2,
                    "",
                    (byte) 2,
                    (byte) 1,
                    "02",
                    (byte) 2,
                    (byte) 1,
                    Line.number(9),
                    (byte) 0,
                    (byte) 0,
                    (byte) 0,
                    null,
                    null,
                    (byte) 0,
                    (byte) 0,
                    (byte) 0,
                    (byte) 0,
                    new byte[] {65});
            try (var socket = new Socket("localhost", line.simulator.port())) {
                socket.getOutputStream().write(submit);
                var wire = new Wire(socket, "test");
                assertThat(wire.read().status()).isEqualTo(SMPPConstant.STAT_ESME_RINVBNDSTS);
            }
            assertThat(line.simulator.count()).isZero();
        }
    }

    @Test
    void theCarrierOutlivesWhateverComes() throws Exception {
        try (var line = new Line();
                var server = new ServerSocket(0)) {
            var handed = new AtomicInteger();
            Thread.startVirtualThread(() -> serveRubbish(server, handed));
            try (var carrier = new SmppCarrier(Line.settings(server.getLocalPort()), line, Clock.systemUTC())) {
                int row = 1;
                for (int round = 0; round < 30; round++) {
                    await().atMost(Line.LONG).until(() -> carrier.trouble().isEmpty());
                    var answers = carrier.hand(
                            List.of(Line.parcel(row++), Line.parcel(row++)),
                            Instant.now().plusSeconds(60));
                    assertThat(answers).hasSize(2);
                }
                await().atMost(Line.LONG).until(() -> carrier.trouble().isEmpty());
            }
            assertThat(handed.get()).isPositive();
        }
    }

    /** An operator out of its mind: it binds and answers, between rubbish, and sometimes noise that is no PDU. */
    private void serveRubbish(ServerSocket server, AtomicInteger handed) {
        while (!server.isClosed()) {
            try {
                var wire = new Wire(server.accept(), "mad");
                for (var pdu = wire.read(); pdu != null; pdu = wire.read()) {
                    if (pdu.command() == SMPPConstant.CID_BIND_TRANSCEIVER)
                        wire.send(COMPOSER.bindResp(SMPPConstant.CID_BIND_TRANSCEIVER_RESP, pdu.sequence(), "MAD"));
                    // rubbish in answer to what answers rubbish would never end
                    if (pdu.command() < 0 || pdu.command() == SMPPConstant.CID_ENQUIRE_LINK) continue;
                    for (int i = 0; i < 20; i++)
                        wire.send(rubbish(NOT_UNBIND[random.nextInt(NOT_UNBIND.length)], 1_000_000 + i));
                    for (int i = 0; i < 5; i++) wire.send(rubbish(SMPPConstant.CID_DELIVER_SM, i));
                    if (pdu.command() == SMPPConstant.CID_SUBMIT_SM) {
                        wire.send(COMPOSER.submitSmResp(pdu.sequence(), "id-" + handed.incrementAndGet()));
                        if (random.nextInt(10) == 0) wire.send(new byte[] {-1, -1, -1, -1, 7});
                    }
                }
            } catch (Exception e) {
                if (!server.isClosed()) throw new IllegalStateException(e);
            }
        }
    }
}
