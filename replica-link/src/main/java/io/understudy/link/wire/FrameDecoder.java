package io.understudy.link.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.understudy.engine.log.LogSource;
import io.understudy.link.message.LinkMessage;
import java.util.List;

/** Turns bytes into {@link LinkMessage} messages and {@link LogSource.Chunk}s. */
final class FrameDecoder extends ByteToMessageDecoder {
  private int maximum = FrameFormat.MAX_GREETING;
  private boolean greeted;

  /** The peer is known: frames may be as long as log data needs. Called on the event loop. */
  void admitted() {
    maximum = FrameFormat.MAX_FRAME;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws WireException {
    if (!greeted) {
      greeted = preamble(in);
      if (!greeted) {
        return;
      }
    }
    if (in.readableBytes() < FrameFormat.LENGTH) {
      return;
    }
    int length = in.getInt(in.readerIndex());
    if (length < 0 || length > maximum) {
      throw new WireException(
          CloseReason.FRAME_TOO_LONG,
          "the peer announced a frame of "
              + (length & 0xffffffffL)
              + " bytes where "
              + maximum
              + " is the limit");
    }
    if (length == 0) {
      throw new WireException(CloseReason.BAD_FRAME, "the peer sent an empty frame");
    }
    if (in.readableBytes() - FrameFormat.LENGTH < length) {
      return;
    }
    in.skipBytes(FrameFormat.LENGTH);
    byte type = in.readByte();
    if (type == FrameFormat.CONTROL) {
      out.add(control(in, length - 1));
    } else if (type == FrameFormat.LOG && length > FrameFormat.LOG_HEAD) {
      out.add(log(in, length - FrameFormat.LOG_HEAD));
    } else {
      throw new WireException(
          CloseReason.BAD_FRAME, "the peer sent a frame of type " + type + ", length " + length);
    }
  }

  /** Judges the first bytes as they come, so that garbage is refused at once. */
  private static boolean preamble(ByteBuf in) throws WireException {
    byte[] wanted = FrameFormat.PREAMBLE;
    int n = Math.min(in.readableBytes(), wanted.length);
    for (int i = 0; i < n; i++) {
      if (in.getByte(in.readerIndex() + i) != wanted[i]) {
        throw new WireException(
            CloseReason.BAD_PREAMBLE, "the peer does not speak the protocol of this link");
      }
    }
    if (n < wanted.length) {
      return false;
    }
    in.skipBytes(n);
    return true;
  }

  private static LinkMessage control(ByteBuf in, int length) throws WireException {
    byte[] content = new byte[length];
    in.readBytes(content);
    try {
      return LinkMessage.parseFrom(content);
    } catch (InvalidProtocolBufferException e) {
      throw new WireException(
          CloseReason.BAD_MESSAGE, "the peer sent a control message that cannot be decoded");
    }
  }

  private static LogSource.Chunk log(ByteBuf in, int length) throws WireException {
    long position = in.readLong();
    int checksum = in.readInt();
    byte[] data = new byte[length];
    in.readBytes(data);
    if (FrameFormat.checksum(data, 0, length) != checksum) {
      throw new WireException(
          CloseReason.BAD_CHECKSUM, "the log data at position " + position + " fails its checksum");
    }
    return new LogSource.Chunk(data, 0, length, position);
  }
}
