package org.cotejo.node.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.StandardOpenOption;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Sends a file or the part of it that was asked for (RFC 9110, section 14: one range of bytes). */
final class FileSender {
    private static final int PIECE = 1 << 16;

    private FileSender() {}

    /** Bytes {@code from} to {@code to}, the last one included. */
    record Range(long from, long to) {
        /** What a Range header asks of a file of this size: the whole file for a header that is not understood, null for what it does not have. */
        static @org.jspecify.annotations.Nullable Range of(
                @org.jspecify.annotations.Nullable String header, long size) {
            Range whole = new Range(0, size - 1);
            if (header == null || !header.startsWith("bytes=") || header.indexOf(',') >= 0) {
                return whole;
            }
            String text = header.substring("bytes=".length()).strip();
            int dash = text.indexOf('-');
            try {
                if (dash == 0) {
                    long last = Long.parseLong(text.substring(1));
                    return last <= 0 || size == 0 ? null : new Range(Math.max(0, size - last), size - 1);
                }
                long from = Long.parseLong(text.substring(0, Math.max(0, dash)));
                long to = dash == text.length() - 1 ? size - 1 : Long.parseLong(text.substring(dash + 1));
                return from > to
                        ? (from >= size ? null : whole)
                        : from >= size ? null : new Range(from, Math.min(to, size - 1));
            } catch (NumberFormatException e) {
                return whole;
            }
        }

        long length() {
            return to - from + 1;
        }
    }

    static void send(Reply.FileBytes reply, HttpFields asked, boolean hasBody, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("X-Content-Type-Options", "nosniff");
        try (FileChannel file = FileChannel.open(reply.file(), StandardOpenOption.READ)) {
            String tag = "\"" + reply.tag() + "\"";
            headers.put(HttpHeader.ETAG, tag);
            headers.put(HttpHeader.CACHE_CONTROL, reply.caching());
            headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
            String known = asked.get(HttpHeader.IF_NONE_MATCH);
            if (known != null && (known.equals(tag) || known.equals("*"))) {
                end(304, response, callback);
                return;
            }
            long size = file.size();
            String condition = asked.get(HttpHeader.IF_RANGE);
            boolean isPart = asked.get(HttpHeader.RANGE) != null && (condition == null || condition.equals(tag));
            Range range = Range.of(isPart ? asked.get(HttpHeader.RANGE) : null, size);
            if (range == null) {
                headers.put(HttpHeader.CONTENT_RANGE, "bytes */" + size);
                end(416, response, callback);
                return;
            }
            boolean isWhole = range.length() == size;
            headers.put(HttpHeader.CONTENT_TYPE, reply.type());
            headers.put(HttpHeader.CONTENT_LENGTH, range.length());
            response.setStatus(isWhole ? 200 : 206);
            if (!isWhole) {
                headers.put(HttpHeader.CONTENT_RANGE, "bytes " + range.from() + "-" + range.to() + "/" + size);
            }
            if (!hasBody) {
                response.write(true, BufferUtil.EMPTY_BUFFER, callback);
                return;
            }
            try (OutputStream out = Content.Sink.asOutputStream(response)) {
                copy(file, range, out);
            }
            callback.succeeded();
        } catch (java.nio.file.NoSuchFileException e) {
            headers.clear();
            end(404, response, callback);
        } catch (IOException e) {
            callback.failed(e);
        }
    }

    private static void copy(FileChannel file, Range range, OutputStream out) throws IOException {
        WritableByteChannel to = Channels.newChannel(out);
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(1, range.length())));
        long left = range.length();
        file.position(range.from());
        while (left > 0) {
            piece.clear().limit((int) Math.min(piece.capacity(), left));
            int read = file.read(piece);
            if (read < 0) {
                throw new IOException("the file became shorter while it was sent");
            }
            left -= read;
            to.write(piece.flip());
        }
    }

    private static void end(int status, Response response, Callback callback) {
        response.setStatus(status);
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    }
}
