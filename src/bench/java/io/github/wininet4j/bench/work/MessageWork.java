package io.github.wininet4j.bench.work;

import io.github.wininet4j.bench.client.MessageClient;

/** Work by messages: each is sent when the one before has come back. */
final class MessageWork implements Work {
    private final MessageClient client;
    private final byte[] message;

    MessageWork(MessageClient client, long size) {
        this.client = client;
        this.message = new byte[(int) size];
    }

    @Override
    public long run(long millis) throws Exception {
        long end = System.nanoTime() + millis * 1_000_000;
        long count = 0;
        do {
            int back = client.exchange(message);
            if (back != message.length) {
                throw new IllegalStateException(back + " bytes came back");
            }
            count++;
        } while (System.nanoTime() < end);
        return count;
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
