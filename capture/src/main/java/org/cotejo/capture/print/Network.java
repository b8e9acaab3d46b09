package org.cotejo.capture.print;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/** A network that was trained by others: numbers in, numbers out, on the thread of the caller. Safe for use by several threads. */
final class Network {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;

    private Network(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
        this.input = session.getInputNames().iterator().next();
    }

    /** Loads one; throws an {@link IllegalStateException} or a {@link LinkageError} where the native library does not run. */
    static Network of(byte[] model) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "cotejo");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            return new Network(environment, environment.createSession(model, options));
        } catch (OrtException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * What came out.
     *
     * @param values of all dimensions, the last one fastest
     * @param shape lengths of the dimensions
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Out(float[] values, long[] shape) {}

    /** Runs it on an input of these dimensions. */
    Out run(float[] values, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor out = (OnnxTensor) result.get(0);
            FloatBuffer buffer = out.getFloatBuffer();
            float[] read = new float[buffer.remaining()];
            buffer.get(read);
            return new Out(read, out.getInfo().getShape());
        } catch (OrtException e) {
            throw new IllegalStateException("running a network on " + java.util.Arrays.toString(shape), e);
        }
    }
}
