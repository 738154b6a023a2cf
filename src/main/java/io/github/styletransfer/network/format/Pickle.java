/*-
 * #%L
 * Style Transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Style Transfer developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.styletransfer.network.format;

import io.github.styletransfer.network.WeightsException;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Reads the part of Python's pickle that a dictionary of tensors needs. Pickle is a language whose programs can call
 * anything; here its instructions are a closed list, what they may call is {@link PickleCalls}' closed list, whose
 * members only make values, and everything else is refused by its name before anything happens.
 *
 * @see <a href="https://docs.python.org/3/library/pickletools.html">the instructions</a>
 */
final class Pickle {

	/** VGG-19's state dict takes about 1000; enough for training states, little enough to end at once. */
	private static final int MAX_STEPS = 500_000;

	/** Python's None. */
	static final Object NONE = new Object() {

		@Override
		public String toString() {
			return "None";
		}
	};

	/** A Python tuple; like the others compared by identity, because it may contain itself. */
	record Tuple(List<Object> items) {

		@Override
		public boolean equals(final Object o) {
			return this == o;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this);
		}

		@Override
		public String toString() {
			return "a tuple of " + items.size();
		}
	}

	/** A Python list. */
	static final class PyList {

		private final List<Object> items = new ArrayList<>();

		List<Object> items() {
			return items;
		}
	}

	/** A Python dict whose keys are texts and integers; entries with other keys are left out. */
	static final class Dict {

		private final Map<Object, Object> entries = new LinkedHashMap<>();

		void put(final Object key, final Object value) {
			if (key instanceof String || key instanceof Long) entries.put(key, value);
		}

		Object get(final String key) {
			return entries.get(key);
		}

		void forEach(final BiConsumer<Object, Object> action) {
			entries.forEach(action);
		}

		boolean isEmpty() {
			return entries.isEmpty();
		}
	}

	private final String source;
	private final PickleInput in;
	private final PickleCalls calls;
	private final List<Object> stack = new ArrayList<>();
	private final Deque<Integer> marks = new ArrayDeque<>();
	private final Map<Integer, Object> memo = new HashMap<>();
	private int steps;

	/**
	 * @param source what messages call the file
	 * @param in the pickles
	 */
	Pickle(final String source, final PickleInput in) {
		this.source = source;
		this.in = in;
		calls = new PickleCalls(source);
	}

	/**
	 * @return the value of the next pickle
	 * @throws WeightsException if it is damaged, or holds an instruction or a name that is not on the lists
	 */
	Object read() {
		stack.clear();
		marks.clear();
		memo.clear();
		try {
			for (int code = in.u1(); code != '.'; code = in.u1()) {
				if (++steps > MAX_STEPS) throw new IOException("it has more than " + MAX_STEPS + " instructions");
				step(code);
			}
			return pop();
		}
		catch (final IOException e) {
			throw new WeightsException("The weights " + source +
				" are damaged or no PyTorch file: their pickle cannot be read (" + e.getMessage() + ").", e);
		}
	}

	/** The types of all storages that the pickles referred to, by their keys. */
	Map<String, TorchType> storages() {
		return calls.storages();
	}

	// -- Helper methods --

	private void step(final int code) throws IOException {
		switch (code) {
			case 0x80 -> in.u1(); // PROTO
			case 0x95 -> in.bytes(8); // FRAME
			case '(' -> marks.push(stack.size()); // MARK
			case 'N' -> stack.add(NONE);
			case 0x88 -> stack.add(true); // NEWTRUE
			case 0x89 -> stack.add(false); // NEWFALSE
			case 'J' -> stack.add((long) in.i4()); // BININT
			case 'K' -> stack.add((long) in.u1()); // BININT1
			case 'M' -> stack.add((long) in.u2()); // BININT2
			case 0x8a -> stack.add(integer(in.bytes(in.u1()))); // LONG1
			case 'G' -> stack.add(in.bigEndianDouble()); // BINFLOAT
			case 'X', 'T' -> stack.add(in.text(in.i4())); // BINUNICODE, BINSTRING
			case 0x8c, 'U' -> stack.add(in.text(in.u1())); // SHORT_BINUNICODE, SHORT_BINSTRING
			case ')' -> stack.add(new Tuple(List.of())); // EMPTY_TUPLE
			case 0x85, 0x86, 0x87 -> stack.add(new Tuple(top(stack.size() - (code - 0x84)))); // TUPLE1, TUPLE2, TUPLE3
			case 't' -> stack.add(new Tuple(sinceMark())); // TUPLE
			case ']' -> stack.add(new PyList()); // EMPTY_LIST
			case '}' -> stack.add(new Dict()); // EMPTY_DICT
			default -> act(code);
		}
	}

	private void act(final int code) throws IOException {
		switch (code) {
			case 'a' -> append(top(stack.size() - 1)); // APPEND
			case 'e' -> append(sinceMark()); // APPENDS
			case 's' -> put(top(stack.size() - 2)); // SETITEM
			case 'u' -> put(sinceMark()); // SETITEMS
			case 'q' -> memo.put(in.u1(), peek()); // BINPUT
			case 'r' -> memo.put(in.i4(), peek()); // LONG_BINPUT
			case 0x94 -> memo.put(memo.size(), peek()); // MEMOIZE
			case 'h' -> stack.add(remembered(in.u1())); // BINGET
			case 'j' -> stack.add(remembered(in.i4())); // LONG_BINGET
			case 'c' -> stack.add(calls.named(in.line(), in.line())); // GLOBAL
			case 0x93 -> global(top(stack.size() - 2)); // STACK_GLOBAL
			case 'R' -> reduce(top(stack.size() - 2)); // REDUCE
			case 'b' -> build(); // BUILD
			case 'Q' -> stack.add(calls.storage(pop())); // BINPERSID
			default -> throw new WeightsException("The PyTorch file " + source + " holds the instruction " + refused(code) +
				", which a dictionary of tensors does not need: it was refused and nothing was executed; save " +
				"model.state_dict() with torch.save.");
		}
	}

	/** The name of an instruction that is not on the list, where it is one that calls something or makes an object. */
	private static String refused(final int code) {
		return switch (code) {
			case 'i' -> "INST";
			case 'o' -> "OBJ";
			case 0x81 -> "NEWOBJ";
			case 0x92 -> "NEWOBJ_EX";
			case 0x82 -> "EXT1";
			case 0x83 -> "EXT2";
			case 0x84 -> "EXT4";
			case 'P' -> "PERSID";
			case 'B' -> "BINBYTES";
			case 'C' -> "SHORT_BINBYTES";
			default -> "0x" + Integer.toHexString(code);
		};
	}

	private static Object integer(final byte[] littleEndian) {
		final byte[] bytes = littleEndian.clone();
		for (int i = 0; i < bytes.length; i++) bytes[i] = littleEndian[bytes.length - 1 - i];
		final BigInteger value = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
		return value.bitLength() < 64 ? (Object) value.longValue() : value;
	}

	private Object peek() throws IOException {
		if (stack.isEmpty()) throw new IOException("it takes more than it has");
		return stack.get(stack.size() - 1);
	}

	private Object pop() throws IOException {
		final Object top = peek();
		stack.remove(stack.size() - 1);
		return top;
	}

	/** Takes everything from a place on off the stack. */
	private List<Object> top(final int from) throws IOException {
		if (from < 0 || from > stack.size()) throw new IOException("it takes more than it has");
		final List<Object> part = stack.subList(from, stack.size());
		final List<Object> copy = Collections.unmodifiableList(new ArrayList<>(part));
		part.clear();
		return copy;
	}

	private List<Object> sinceMark() throws IOException {
		if (marks.isEmpty()) throw new IOException("it takes more than it has");
		return top(marks.pop());
	}

	private Object remembered(final int index) throws IOException {
		final Object value = memo.get(index);
		if (value == null) throw new IOException("it recalls what it never remembered");
		return value;
	}

	private void append(final List<Object> items) throws IOException {
		if (!(peek() instanceof PyList list)) throw new IOException("it appends to what is no list");
		list.items().addAll(items);
	}

	private void put(final List<Object> keysAndValues) throws IOException {
		if (!(peek() instanceof Dict dict) || keysAndValues.size() % 2 != 0) {
			throw new IOException("it puts items into what is no dict");
		}
		for (int i = 0; i < keysAndValues.size(); i += 2) dict.put(keysAndValues.get(i), keysAndValues.get(i + 1));
	}

	private void global(final List<Object> moduleAndName) throws IOException {
		if (!(moduleAndName.get(0) instanceof String module) || !(moduleAndName.get(1) instanceof String name)) {
			throw new IOException("it names something by what is no text");
		}
		stack.add(calls.named(module, name));
	}

	private void reduce(final List<Object> calleeAndArguments) throws IOException {
		if (!(calleeAndArguments.get(1) instanceof Tuple arguments)) throw new IOException("it calls without arguments");
		stack.add(calls.call(calleeAndArguments.get(0), arguments.items()));
	}

	/** State dicts carry the versions of their modules as an attribute; it is not needed. */
	private void build() throws IOException {
		pop();
		if (!(peek() instanceof Dict)) throw new IOException("it sets attributes of what is no dict");
	}
}
