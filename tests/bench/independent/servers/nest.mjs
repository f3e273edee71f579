// A library in NestJS with @nestjs/swagger and class-validator, as their guides have it. Decorators are applied by Reflect.decorate, so that no
// compiler is needed.
import "reflect-metadata";
import { Body, Controller, Delete, Get, HttpCode, NotFoundException, Param, ParseUUIDPipe, Post, Put, Query, ValidationPipe } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ApiBadRequestResponse, ApiCreatedResponse, ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiParam, ApiProperty, ApiPropertyOptional, DocumentBuilder, SwaggerModule } from "@nestjs/swagger";
import { Type } from "class-transformer";
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNumber, IsOptional, IsString, Length, Matches, Max, Min } from "class-validator";

class Draft {}
class Book extends Draft {}
class Problem {}
class Filter {}

const genres = ["novel", "essay", "poem"];
member(Draft, "title", String, ApiProperty({ minLength: 1, maxLength: 80 }), IsString(), Length(1, 80));
member(Draft, "pages", Number, ApiProperty({ type: "integer", minimum: 1, maximum: 5000 }), IsInt(), Min(1), Max(5000));
member(Draft, "price", Number, ApiPropertyOptional({ minimum: 0, maximum: 1000 }), IsOptional(), IsNumber(), Min(0), Max(1000));
member(Draft, "genre", String, ApiProperty({ enum: genres }), IsIn(genres));
member(Draft, "tags", Array, ApiPropertyOptional({ type: [String], maxItems: 4, items: { type: "string", pattern: "^[a-z]+$" } }), IsOptional(), IsArray(), ArrayMaxSize(4), Matches(/^[a-z]+$/, { each: true }));
member(Book, "id", String, ApiProperty({ format: "uuid" }));
member(Problem, "statusCode", Number, ApiProperty({ type: "integer" }));
member(Problem, "message", Object, ApiProperty({ oneOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] }));
member(Problem, "error", String, ApiProperty());
member(Filter, "limit", Number, ApiPropertyOptional({ type: "integer", minimum: 1, maximum: 50 }), IsOptional(), Type(() => Number), IsInt(), Min(1), Max(50));
member(Filter, "genre", String, ApiPropertyOptional({ enum: genres }), IsOptional(), IsIn(genres));

const books = new Map();

class Books {
  list({ limit = 20, genre }) {
    return [...books.values()].filter((each) => genre === undefined || each.genre === genre).slice(0, limit);
  }
  create(draft) {
    const id = crypto.randomUUID();
    books.set(id, { ...draft, id });
    return books.get(id);
  }
  read(id) {
    return found(id);
  }
  replace(id, draft) {
    found(id);
    books.set(id, { ...draft, id });
    return books.get(id);
  }
  remove(id) {
    found(id);
    books.delete(id);
  }
}

const id = [Param("id", ParseUUIDPipe), String];
const draft = [Body(), Draft];
const ofOne = [ApiParam({ name: "id", schema: { type: "string", format: "uuid" } }), ApiNotFoundResponse({ type: Problem })];
method("list", [[Query(), Filter]], Get(), ApiOkResponse({ type: [Book] }));
method("create", [draft], Post(), ApiCreatedResponse({ type: Book }));
method("read", [id], Get(":id"), ApiOkResponse({ type: Book }), ...ofOne);
method("replace", [id, draft], Put(":id"), ApiOkResponse({ type: Book }), ...ofOne);
method("remove", [id], Delete(":id"), HttpCode(204), ApiNoContentResponse(), ...ofOne);
Reflect.decorate([Controller("books"), ApiBadRequestResponse({ type: Problem })], Books);

class Library {}
const app = await NestFactory.create({ module: Library, controllers: [Books] }, { logger: false });
app.useGlobalPipes(new ValidationPipe({ transform: true }));
SwaggerModule.setup("docs", app, SwaggerModule.createDocument(app, new DocumentBuilder().setTitle("Library").setVersion("1").build()), { jsonDocumentUrl: "openapi.json" });
await app.listen(Number(process.env.PORT ?? 0), "127.0.0.1");
console.log((await app.getUrl()).replace("[::1]", "127.0.0.1"));

function found(key) {
  const book = books.get(key);
  if (book === undefined) throw new NotFoundException("There is no such book");
  return book;
}

/** A property of a class, with the type that a compiler would have told, and its decorators. */
function member({ prototype }, name, type, ...decorators) {
  Reflect.defineMetadata("design:type", type, prototype, name);
  Reflect.decorate(decorators, prototype, name);
}

/** The decorators of a method, and of its parameters with their types. */
function method(name, parameters, ...decorators) {
  const { prototype } = Books;
  Reflect.defineMetadata("design:paramtypes", parameters.map(([, type]) => type), prototype, name);
  parameters.forEach(([decorate], index) => decorate(prototype, name, index));
  Object.defineProperty(prototype, name, Reflect.decorate(decorators, prototype, name, Object.getOwnPropertyDescriptor(prototype, name)));
}
