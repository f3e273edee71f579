import type { Animal, ByEnum, ByEnumX, Car, Cat, Kitten, Taxi } from "./expected/types.ts";

export const cat: Cat = { kind: "Cat", lives: 9 };
// @ts-expect-error: that is no cat
export const notCat: Cat = { kind: "Car" };
export const kitten: Kitten = { kind: "Kitten", lives: 9, age: 1 };
export const animals: Animal[] = [cat, kitten];
// A kitten can stand wherever a cat can.
export const asCat: Cat = kitten;
export const car: Car = { type: "car", doors: 4 };
export const taxi: Taxi = { type: "Taxi", fare: 1 };
export const asCar: Car = taxi;
export const x: ByEnumX = { tag: "x", x: "a" };
export const asBase: ByEnum = x;
// @ts-expect-error: y is another schema
export const notX: ByEnumX = { tag: "y" };
