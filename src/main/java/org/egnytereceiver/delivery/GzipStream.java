package org.egnytereceiver.delivery;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What gzip data hold (RFC 1952), all members of it one after the other. The JDK's own stream goes a call deeper for each
 * empty member, until there is no stack left, and leaves out without a word what follows the last one.
 */
final class GzipStream extends InputStream {

    private static final int EXTRA_FIELD = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CHECKSUM = 2;
    private static final int RESERVED_FLAGS = 0xE0;
    private static final int DEFLATE = 8;

    private final byte[] packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int position;

    GzipStream(byte[] packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws IOException when a member is broken or incomplete, or is none */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == 0) {
            begin();
        }
        while (true) {
            var unpacked = inflated(bytes, offset, length);
            if (unpacked > 0) {
                checksum.update(bytes, offset, unpacked);
                return unpacked;
            }
            if (!inflater.finished()) {
                throw new EOFException("a member is incomplete");
            }
            if (position < packed.length) {
                end();
            }
            if (position == packed.length) {
                return -1;
            }
            begin();
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int inflated(byte[] bytes, int offset, int length) throws IOException {
        try {
            return inflater.inflate(bytes, offset, length);
        } catch (DataFormatException broken) {
            throw new IOException(broken);
        }
    }

    private void begin() throws IOException {
        if (next() != 0x1F || next() != 0x8B || next() != DEFLATE) {
            throw new IOException("no gzip data");
        }
        var flags = next();
        if ((flags & RESERVED_FLAGS) != 0) {
            throw new IOException("a flag that nobody knows");
        }
        skip(6);
        if ((flags & EXTRA_FIELD) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        checksum.reset();
        inflater.reset();
        inflater.setInput(packed, position, packed.length - position);
    }

    private void end() throws IOException {
        position = packed.length - inflater.getRemaining();
        var length = inflater.getBytesWritten();
        if (number() != checksum.getValue() || number() != (length & 0xFFFF_FFFFL)) {
            throw new IOException("a member is not what it was");
        }
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // a name or a comment is of no use here
        }
    }

    private void skip(int bytes) throws IOException {
        if (bytes > packed.length - position) {
            throw new EOFException("a member is incomplete");
        }
        position += bytes;
    }

    private int next() throws IOException {
        if (position == packed.length) {
            throw new EOFException("a member is incomplete");
        }
        return packed[position++] & 0xFF;
    }
}
