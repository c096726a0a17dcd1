import java.util.Random;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;

/** Producers that wait until a consumer has taken. */
public final class TransferQueues {

  public static void main(String[] args) throws Exception {
    LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();
    Seen.threads(
            5,
            (index, seen) -> {
              Random random = Seen.random(args, index);
              for (int i = 0; i < 60; i++) {
                Seen.stumble(random);
                if (index % 2 == 0) {
                  seen.add(queue.tryTransfer(i, random.nextInt(600), TimeUnit.MICROSECONDS));
                  seen.add(queue.hasWaitingConsumer());
                  queue.put(index * 1_000 + i);
                } else {
                  seen.add(queue.poll(random.nextInt(600), TimeUnit.MICROSECONDS));
                  seen.add(queue.getWaitingConsumerCount()).add(queue.size());
                }
              }
            })
        .print();
  }
}
