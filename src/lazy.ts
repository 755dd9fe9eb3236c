/**
 * Properties whose values are made when somebody first reads them. Classes, arguments and copies of a schema wait this way until a
 * page needs them. Afterwards the property is a plain one.
 */

/** Puts such a property on an object. If somebody sets it first, the value is never made. */
export function lazily(object: object, name: PropertyKey, make: () => unknown, enumerable = true): void {
	Object.defineProperty(object, name, {
		get: () => keep(object, name, make()),
		// By way of `this`: on a prototype, the property of an instance is its own.
		set(this: object, value: unknown) {
			keep(this, name, value);
		},
		enumerable,
		configurable: true,
	});
}

/** Makes a plain property of it; of a frozen object it stays what it is. */
export function keep<T>(object: object, name: PropertyKey, value: T): T {
	Reflect.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
	return value;
}

/** Whether the value of such a property is there. */
export function isMade(object: object, name: PropertyKey): boolean {
	return !Object.getOwnPropertyDescriptor(object, name)?.get;
}
